# /// script
# dependencies = ["requests"]
# ///
"""Ask a GraphQL API

Run: CODE_TOKEN=... python graphql.py"""

import json
import os
import sys

import requests

response = requests.post(
    "https://code.example.com/graphql",
    headers={"Authorization": "Bearer " + os.environ["CODE_TOKEN"]},
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
    allow_redirects=False,
)
response.encoding = "utf-8"
if response.status_code >= 300:
    reason = response.headers.get("Location") or response.text
    sys.exit(f"HTTP {response.status_code}: {reason}")
print(
    json.dumps(
        response.json()["data"]["repository"]["issues"]["nodes"], ensure_ascii=False
    )
)
