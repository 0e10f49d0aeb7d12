// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... deno run --allow-net --allow-env --allow-read qwq-32b.ts

interface Answer {
  choices: { message: { content: string } }[];
}

if (!process.env.MKEAI_API_KEY) throw new Error("MKEAI_API_KEY is not set");

const response = await fetch("https://api.mkeai.com/v1/chat/completions", {
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
  signal: AbortSignal.timeout(120000),
});
if (!response.ok) {
  throw new Error(`HTTP ${response.status}: ${await response.text()}`);
}
const answer = (await response.json()) as Answer;
console.log(answer.choices[0].message.content);
