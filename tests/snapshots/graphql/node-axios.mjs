// Ask a GraphQL API
// Install: npm install axios
// Run: CODE_TOKEN=... node graphql.mjs

import axios from "axios";

if (!process.env.CODE_TOKEN) throw new Error("CODE_TOKEN is not set");

try {
  const response = await axios.post(
    "https://code.example.com/graphql",
    {
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
    {
      headers: { Authorization: `Bearer ${process.env.CODE_TOKEN}` },
      timeout: 30000,
    },
  );
  console.log(JSON.stringify(response.data.data.repository.issues.nodes));
} catch (error) {
  console.error(error.message, error.response?.data ?? "");
  process.exit(1);
}
