# Ask a GraphQL API
# Run: CODE_TOKEN=... python graphql.py

import http.client
import json
import os
import sys

connection = http.client.HTTPSConnection("code.example.com", timeout=30)
connection.request(
    "POST",
    "/graphql",
    body=json.dumps(
        {
            "query": """query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {
  repository(owner: $owner, name: $name) {
    issues(first: $count, states: [OPEN]) {
      nodes { number title }
    }
  }
}
""",
            "variables": {"owner": "ada", "name": "engine", "count": 2},
        }
    ),
    headers={
        "Authorization": f"Bearer {os.environ['CODE_TOKEN']}",
        "Content-Type": "application/json",
    },
)
response = connection.getresponse()
answer = response.read()
if response.status >= 300:
    reason = response.getheader("Location") or answer.decode(errors="replace")
    sys.exit(f"HTTP {response.status}: {reason}")
print(json.loads(answer)["data"]["repository"]["issues"]["nodes"])
