// QwQ-32B chat completion
// Install: npm install ofetch
// Run: MKEAI_API_KEY=... node qwq-32b-stream.mjs

import { ofetch } from "ofetch";

if (!process.env.MKEAI_API_KEY) throw new Error("MKEAI_API_KEY is not set");

const controller = new AbortController();
const timer = setTimeout(() => controller.abort(), 120000).unref();
const url = "https://api.mkeai.com/v1/chat/completions";
let rest = "";
let data = "";
try {
  const response = await ofetch.raw(url, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env.MKEAI_API_KEY}` },
    body: {
      model: "QwQ-32B",
      messages: [{ role: "user", content: "你好" }],
      stream: true,
    },
    responseType: "stream",
    ignoreResponseError: true,
    signal: controller.signal,
  });
  const pieces = response.body.pipeThrough(new TextDecoderStream());
  for await (const chunk of pieces) {
    timer.refresh();
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
    const reason = `HTTP ${response.status}: ${data}${rest}`;
    throw new Error("The stream ended unexpectedly. " + reason);
  }
  console.log();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
