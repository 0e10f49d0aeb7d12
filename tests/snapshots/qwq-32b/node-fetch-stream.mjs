// QwQ-32B chat completion
// Install: npm install eventsource-parser
// Run: MKEAI_API_KEY=... node qwq-32b-stream.mjs

import { EventSourceParserStream } from "eventsource-parser/stream";

if (!process.env.MKEAI_API_KEY) {
  console.error("MKEAI_API_KEY is not set.");
  process.exit(1);
}

const controller = new AbortController();
const timer = setTimeout(() => controller.abort(), 30000);
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
    stream: true,
  }),
  redirect: "manual",
  signal: controller.signal,
});
if (!response.ok) {
  const reason = response.headers.get("location") ?? (await response.text());
  console.error(response.status, response.statusText, reason);
  process.exit(1);
}

const events = response.body
  .pipeThrough(new TextDecoderStream())
  .pipeThrough(
    new EventSourceParserStream({ onComment: () => timer.refresh() }),
  );
let done = false;
for await (const { data } of events) {
  timer.refresh();
  done = data === "[DONE]";
  if (done) break;
  process.stdout.write(JSON.parse(data).choices?.[0]?.delta?.content ?? "");
}
clearTimeout(timer);
console.log();
if (!done) {
  console.error("The stream ended unexpectedly.");
  process.exit(1);
}
