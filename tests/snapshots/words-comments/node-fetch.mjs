// */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
// Run: node words-comments.mjs

const url = "https://api.example.com/notes";
const response = await fetch(url, {
  method: "POST",
  headers: { "Content-Type": "application/json" },
  body: JSON.stringify({ a: 1 }),
  redirect: "manual",
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  const reason = response.headers.get("location") ?? (await response.text());
  console.error(response.status, response.statusText, reason);
  process.exit(1);
}
const answer = await response.json();
console.log(JSON.stringify(answer.ok));
