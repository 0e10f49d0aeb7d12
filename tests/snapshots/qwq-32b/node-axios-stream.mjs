// QwQ-32B chat completion
// Install: npm install axios eventsource-parser
// Run: MKEAI_API_KEY=... node qwq-32b-stream.mjs

import axios from "axios";
import { EventSourceParserStream } from "eventsource-parser/stream";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";

if (!process.env.MKEAI_API_KEY) {
  console.error("MKEAI_API_KEY is not set.");
  process.exit(1);
}

const controller = new AbortController();
const timer = setTimeout(() => controller.abort(), 30000);
try {
  const response = await axios({
    method: "POST",
    url: "https://api.mkeai.com/v1/chat/completions",
    headers: { Authorization: `Bearer ${process.env.MKEAI_API_KEY}` },
    data: {
      model: "QwQ-32B",
      messages: [{ role: "user", content: "你好" }],
      stream: true,
    },
    maxRedirects: 0,
    responseType: "stream",
    signal: controller.signal,
  });
  const events = Readable.toWeb(response.data)
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
  if (!done) throw new Error("The stream ended unexpectedly.");
} catch (error) {
  console.error(
    error.message,
    error.response?.headers.location ?? "",
    error.response ? await text(error.response.data) : "",
  );
  process.exit(1);
}
