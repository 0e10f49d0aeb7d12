curl -I https://downloads.example.net/releases/2.10/engine.tar.gz \
  --fail-with-body --max-time 30 \
  -H 'Accept: application/gzip'
