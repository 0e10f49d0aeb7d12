curl -G https://api.example.com/v1/catalogues/books/items \
  --fail-with-body --max-time 30 \
  -H 'X-Request-Id: docs-0001' \
  --data-urlencode 'q=café & crème' \
  -d tag=cooking \
  -d tag=french \
  -d limit=10
