// */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
// Run: deno run --allow-net --allow-env --allow-read words-comments.ts

interface Answer {
  ok: unknown;
}

const response = await fetch("https://api.example.com/notes", {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ a: 1 }),
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  throw new Error(`HTTP ${response.status}: ${await response.text()}`);
}
const answer = (await response.json()) as Answer;
console.log(JSON.stringify(answer.ok));
