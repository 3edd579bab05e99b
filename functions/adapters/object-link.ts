import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3'
import { getSignedUrl } from '@aws-sdk/s3-request-presigner'

export const LINK_SECONDS = 300

/** An address at which anyone may read one object for five minutes. */
export function objectLinks(client: S3Client, bucket: string): (key: string) => Promise<string> {
  return async (Key) => await getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key }), { expiresIn: LINK_SECONDS }) // prettier-ignore
}
