// Ask a GraphQL API
// Run: CODE_TOKEN=... node graphql.mjs

if (!process.env.CODE_TOKEN) {
  console.error("CODE_TOKEN is not set.");
  process.exit(1);
}

const url = "https://code.example.com/graphql";
const response = await fetch(url, {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.CODE_TOKEN}`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({
    query: `query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {
  repository(owner: $owner, name: $name) {
    issues(first: $count, states: [OPEN]) {
      nodes { number title }
    }
  }
}
`,
    variables: { owner: "ada", name: "engine", count: 2 },
  }),
  redirect: "manual",
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  const reason = response.headers.get("location") ?? (await response.text());
  console.error(response.status, response.statusText, reason);
  process.exit(1);
}
const answer = await response.json();
console.log(JSON.stringify(answer.data.repository.issues.nodes));
