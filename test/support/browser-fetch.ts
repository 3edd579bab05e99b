const SIMPLE_METHODS = new Set(['GET', 'HEAD', 'POST'])
const SIMPLE_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data', 'text/plain']
const ALWAYS_EXPOSED = [
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
]

/**
 * `fetch` as a browser does it for a page of another site (Fetch standard, without credentials): preflight where one is due,
 * an error where CORS does not let the page read, and only the headers that are exposed.
 */
export function browserFetch(origin: string): typeof fetch {
  return async (target, init) => {
    const request = new Request(target, init)
    await preflight(request, origin)
    const headers = new Headers(request.headers)
    headers.set('origin', origin)
    const response = await fetch(new Request(request, { headers }))
    if (!allows(response.headers, 'access-control-allow-origin', origin))
      throw new TypeError('CORS: not for this origin')
    return new Response(response.status === 204 || response.status === 304 ? null : await response.arrayBuffer(), {
      status: response.status,
      headers: [...response.headers].filter(([name]) => isExposed(response.headers, name)),
    })
  }
}

async function preflight(request: Request, origin: string): Promise<void> {
  const asked = [...request.headers.keys()].filter((name) => !isSimple(request.headers, name))
  if (asked.length === 0 && SIMPLE_METHODS.has(request.method)) return
  const { status, headers } = await fetch(request.url, {
    method: 'OPTIONS',
    headers: {
      origin,
      'access-control-request-method': request.method,
      ...(asked.length > 0 ? { 'access-control-request-headers': asked.join(',') } : {}),
    },
  })
  const refused = asked.filter((name) => !allows(headers, 'access-control-allow-headers', name))
  if (status < 200 || status > 299) throw new TypeError(`CORS: the preflight is answered ${status}`)
  if (!allows(headers, 'access-control-allow-origin', origin)) throw new TypeError('CORS: not for this origin')
  if (refused.length > 0) throw new TypeError(`CORS: not with ${refused.join()}`)
  if (!SIMPLE_METHODS.has(request.method) && !allows(headers, 'access-control-allow-methods', request.method))
    throw new TypeError(`CORS: no ${request.method}`)
}

function isSimple(headers: Headers, name: string): boolean {
  if (name !== 'content-type') return ['accept', 'accept-language', 'content-language'].includes(name)
  return SIMPLE_TYPES.includes((headers.get(name) ?? '').split(';')[0]!.trim().toLowerCase())
}

function isExposed(headers: Headers, name: string): boolean {
  return ALWAYS_EXPOSED.includes(name) || allows(headers, 'access-control-expose-headers', name)
}

function allows(headers: Headers, list: string, wanted: string): boolean {
  const entries = (headers.get(list) ?? '').split(',').map((entry) => entry.trim().toLowerCase())
  return entries.includes('*') || entries.includes(wanted.toLowerCase())
}
