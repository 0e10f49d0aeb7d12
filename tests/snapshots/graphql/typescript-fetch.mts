// Ask a GraphQL API
// Run: CODE_TOKEN=... npx tsx graphql.mts

interface Answer {
  data: { repository: { issues: { nodes: unknown } } };
}

if (!process.env.CODE_TOKEN) throw new Error("CODE_TOKEN is not set");

const response = await fetch("https://code.example.com/graphql", {
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
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  throw new Error(`HTTP ${response.status}: ${await response.text()}`);
}
const answer = (await response.json()) as Answer;
console.log(JSON.stringify(answer.data.repository.issues.nodes));
