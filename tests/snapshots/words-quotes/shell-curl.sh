curl https://api.example.com/notes \
  --fail-with-body --max-time 30
