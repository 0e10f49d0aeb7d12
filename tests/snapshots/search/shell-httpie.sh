http --ignore-stdin --check-status --timeout=30 \
  GET https://api.example.com/v1/catalogues/books/items \
  'X-Request-Id: docs-0001' \
  'q==café & crème' \
  tag==cooking \
  tag==french \
  limit==10
