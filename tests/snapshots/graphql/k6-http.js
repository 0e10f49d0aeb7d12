// Ask a GraphQL API
// Run: CODE_TOKEN=... k6 run --quiet --summary-mode=disabled --log-format=raw --console-output=/dev/stdout graphql.js

import exec from "k6/execution";
import http from "k6/http";

if (!__ENV.CODE_TOKEN) throw new Error("CODE_TOKEN is not set");

export const options = { vus: 1, iterations: 1 };

export default function () {
  const url = "https://code.example.com/graphql";
  const payload = JSON.stringify({
    query: `query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {
  repository(owner: $owner, name: $name) {
    issues(first: $count, states: [OPEN]) {
      nodes { number title }
    }
  }
}
`,
    variables: { owner: "ada", name: "engine", count: 2 },
  });
  const params = {
    headers: {
      Authorization: `Bearer ${__ENV.CODE_TOKEN}`,
      "Content-Type": "application/json",
    },
    redirects: 0,
    timeout: "30s",
  };
  const response = http.post(url, payload, params);
  if (response.error || response.status >= 300) {
    const reason = response.error || response.headers.Location || response.body;
    exec.test.abort(`HTTP ${response.status}: ${reason}`);
  }
  try {
    console.log(JSON.stringify(response.json().data.repository.issues.nodes));
  } catch (error) {
    exec.test.abort(`${error.message}: ${response.body}`);
  }
}
