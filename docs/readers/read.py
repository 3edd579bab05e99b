# pandas alone. With pyarrow, pd.read_parquet(edition + 'ridings.parquet') is one line; there <name>.suppressed says what is suppressed.
import json, sys, urllib.request
import pandas as pd

base = (sys.argv[1] if len(sys.argv) > 1 else 'https://reports.example.org/v1/editions').rstrip('/') + '/'
edition = base + json.load(urllib.request.urlopen(base + 'latest.json'))['path']
# Read as text first: pandas would take the province or word NA for nothing. The types are in datapackage.json.
raw = pd.read_csv(edition + 'ridings.csv', dtype=str, keep_default_na=False).query('kind == "all" and door == "all"')
suppressed = raw == 'x'  # a text x is written 'x, with an apostrophe
ridings = raw.mask(suppressed | (raw == '')).apply(lambda column: column.str.replace("^'", '', regex=True))
ridings['complaints'] = pd.to_numeric(ridings['complaints']).astype('Int64')
print(ridings[['riding.id', 'complaints']].assign(suppressed=suppressed['complaints']).to_string())
