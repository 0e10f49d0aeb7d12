// Ask a GraphQL API
// Install: npm install axios
// Run: CODE_TOKEN=... node graphql.mjs

import axios from "axios";

if (!process.env.CODE_TOKEN) {
  console.error("CODE_TOKEN is not set.");
  process.exit(1);
}

try {
  const response = await axios({
    method: "POST",
    url: "https://code.example.com/graphql",
    headers: { Authorization: `Bearer ${process.env.CODE_TOKEN}` },
    data: {
      query: `query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {
  repository(owner: $owner, name: $name) {
    issues(first: $count, states: [OPEN]) {
      nodes { number title }
    }
  }
}
`,
      variables: { owner: "ada", name: "engine", count: 2 },
    },
    maxRedirects: 0,
    responseType: "text",
    timeout: 30000,
  });
  console.log(
    JSON.stringify(JSON.parse(response.data).data.repository.issues.nodes),
  );
} catch (error) {
  const { headers, data } = error.response ?? {};
  console.error(error.message, headers?.location ?? data ?? "");
  process.exit(1);
}
