// QwQ-32B chat completion
// Install: npm install got
// Run: MKEAI_API_KEY=... node qwq-32b-stream.mjs

import got from "got";

if (!process.env.MKEAI_API_KEY) throw new Error("MKEAI_API_KEY is not set");

let rest = "";
let data = "";
const decoder = new TextDecoder();
try {
  const stream = got.stream.post("https://api.mkeai.com/v1/chat/completions", {
    headers: { Authorization: `Bearer ${process.env.MKEAI_API_KEY}` },
    json: {
      model: "QwQ-32B",
      messages: [{ role: "user", content: "你好" }],
      stream: true,
    },
    timeout: { socket: 120000 },
  });
  for await (const bytes of stream) {
    const chunk = decoder.decode(bytes, { stream: true });
    rest += chunk;
    for (const [line, value] of rest.matchAll(/^\s*data: ?(.*?)\r?\n/gms)) {
      rest = rest.replace(line, "");
      data = value;
      if (data === "[DONE]") break;
      const event = JSON.parse(data);
      process.stderr.write(event.choices?.[0]?.delta?.reasoning_content ?? "");
      process.stdout.write(event.choices?.[0]?.delta?.content ?? "");
    }
  }
  if (data !== "[DONE]") {
    throw new Error("The stream ended unexpectedly. " + data + rest);
  }
  console.log();
} catch (error) {
  console.error(error.message, error.response?.body ?? "");
  process.exit(1);
}
