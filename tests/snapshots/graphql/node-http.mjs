// Ask a GraphQL API
// Run: CODE_TOKEN=... node graphql.mjs

import { once } from "node:events";
import https from "node:https";
import { text } from "node:stream/consumers";

if (!process.env.CODE_TOKEN) throw new Error("CODE_TOKEN is not set");

const body = JSON.stringify({
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
const request = https.request("https://code.example.com/graphql", {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.CODE_TOKEN}`,
    "Content-Type": "application/json",
  },
  timeout: 30000,
});
request.on("timeout", () => request.destroy(new Error("ETIMEDOUT")));
request.end(body);
const [response] = await once(request, "response");
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? (await text(response));
  throw new Error(`HTTP ${response.statusCode}: ${reason}`);
}
const answer = JSON.parse(await text(response));
console.log(JSON.stringify(answer.data.repository.issues.nodes));
