// QwQ-32B chat completion
// Run: MKEAI_API_KEY=... node qwq-32b-stream.mjs

import { once } from "node:events";
import https from "node:https";
import { text } from "node:stream/consumers";

if (!process.env.MKEAI_API_KEY) {
  console.error("MKEAI_API_KEY is not set.");
  process.exit(1);
}

const body = JSON.stringify({
  model: "QwQ-32B",
  messages: [{ role: "user", content: "你好" }],
  stream: true,
});
const url = "https://api.mkeai.com/v1/chat/completions";
const request = https.request(url, {
  method: "POST",
  headers: {
    Authorization: `Bearer ${process.env.MKEAI_API_KEY}`,
    "Content-Type": "application/json",
  },
  timeout: 30000,
});
request.on("timeout", () => request.destroy(new Error("Timed out.")));
request.end(body);
const [response] = await once(request, "response");
if (response.statusCode >= 300) {
  console.error(
    response.statusCode,
    response.statusMessage,
    response.headers.location ?? (await text(response)),
  );
  process.exit(1);
}

const decoder = new TextDecoder();
let rest = "";
let data = [];
let done = false;
for await (const chunk of response) {
  rest += decoder.decode(chunk, { stream: true });
  const lines = rest.split(/\r\n|\n|\r(?!$)/);
  rest = lines.pop();
  for (const line of lines) {
    const [, field, value] = /^([^:]*):? ?(.*)$/s.exec(line);
    if (field === "data") {
      data.push(value);
    } else if (line === "" && data.length > 0) {
      const event = data.join("\n");
      data = [];
      done = event === "[DONE]";
      if (done) break;
      process.stdout.write(
        JSON.parse(event).choices?.[0]?.delta?.content ?? "",
      );
    }
  }
  if (done) break;
}
console.log();
if (!done) {
  console.error("The stream ended unexpectedly.");
  process.exit(1);
}
