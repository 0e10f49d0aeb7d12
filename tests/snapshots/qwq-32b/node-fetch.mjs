// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... node qwq-32b.mjs

if (!process.env.MKEAI_API_KEY) {
  console.error("MKEAI_API_KEY is not set.");
  process.exit(1);
}

const url = "https://api.mkeai.com/v1/chat/completions";
const response = await fetch(url, {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.MKEAI_API_KEY}`,
    "Content-Type": "application/json",
  },
  body: JSON.stringify({
    model: "QwQ-32B",
    messages: [{ role: "user", content: "你好" }],
    stream: false,
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
console.log(answer.choices[0].message.content);
