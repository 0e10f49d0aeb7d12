// Ask a GraphQL API
// Run: CODE_TOKEN=... node graphql.mjs

import { once } from "node:events";
import https from "node:https";
import { text } from "node:stream/consumers";

if (!process.env.CODE_TOKEN) {
  console.error("CODE_TOKEN is not set.");
  process.exit(1);
}

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
const url = "https://code.example.com/graphql";
const request = https.request(url, {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.CODE_TOKEN}`,
    "Content-Type": "application/json",
  },
  timeout: 30000,
});
request.on("timeout", () => request.destroy(new Error("Timed out.")));
request.end(body);
const [response] = await once(request, "response");
const answer = await text(response);
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? answer;
  console.error(response.statusCode, response.statusMessage, reason);
  process.exit(1);
}
console.log(JSON.stringify(JSON.parse(answer).data.repository.issues.nodes));
