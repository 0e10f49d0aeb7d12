wget -O- --no-iri --content-on-error --timeout=30 --tries=1 --max-redirect=0 \
  --header='X-Request-Id: docs-0001' \
  'https://api.example.com/v1/catalogues/books/items?q=caf%C3%A9%20%26%20cr%C3%A8me&tag=cooking&tag=french&limit=10'
