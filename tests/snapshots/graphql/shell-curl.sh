curl https://code.example.com/graphql \
  --fail-with-body --max-time 30 \
  -H "Authorization: Bearer ${CODE_TOKEN:?}" \
  -H 'Content-Type: application/json' \
  -d '{
    "query": "query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {\n  repository(owner: $owner, name: $name) {\n    issues(first: $count, states: [OPEN]) {\n      nodes { number title }\n    }\n  }\n}\n",
    "variables": {"owner": "ada", "name": "engine", "count": 2}
  }'
