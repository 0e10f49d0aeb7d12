# Ask a GraphQL API
# Install: pip install httpx
# Run: CODE_TOKEN=... python graphql.py

import os
import sys

import httpx

response = httpx.post(
    "https://code.example.com/graphql",
    headers={"Authorization": f"Bearer {os.environ['CODE_TOKEN']}"},
    json={
        "query": """query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {
  repository(owner: $owner, name: $name) {
    issues(first: $count, states: [OPEN]) {
      nodes { number title }
    }
  }
}
""",
        "variables": {"owner": "ada", "name": "engine", "count": 2},
    },
    timeout=30,
)
if not response.is_success:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(response.json()["data"]["repository"]["issues"]["nodes"])
