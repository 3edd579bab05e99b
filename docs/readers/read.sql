-- DuckDB. A folder does as well as an address; for an address DuckDB fetches its extension httpfs by itself.
set variable base = rtrim('https://reports.example.org/v1/editions', '/') || '/';
set variable edition = getvariable('base') || (select path from read_json(getvariable('base') || 'latest.json'));
create or replace table ridings as from read_parquet(getvariable('edition') || 'ridings.parquet');
-- Null is missing, unless the column beside it says that it is suppressed.
select "riding.id", complaints,
  case when "complaints.suppressed" then 'suppressed' when complaints is null then 'missing' else 'shown' end as status
from ridings where kind = 'all' and door = 'all' order by "riding.id";
