// QwQ-32B chat completion
// Install: npm install superagent
// Run: MKEAI_API_KEY=... node qwq-32b-stream.mjs

import superagent from "superagent";

if (!process.env.MKEAI_API_KEY) throw new Error("MKEAI_API_KEY is not set");

let rest = "";
let data = "";
function read(chunk) {
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

try {
  await superagent
    .post("https://api.mkeai.com/v1/chat/completions")
    .auth(process.env.MKEAI_API_KEY, { type: "bearer" })
    .timeout({ response: 120000 })
    .buffer(true)
    .parse((response, done) => {
      response.setTimeout(120000, () => done(new Error("timed out")));
      response.setEncoding("utf8");
      response.on("data", read).on("end", done);
    })
    .send({
      model: "QwQ-32B",
      messages: [{ role: "user", content: "你好" }],
      stream: true,
    });
  if (data !== "[DONE]") throw new Error("The stream ended unexpectedly.");
  console.log();
} catch (error) {
  const { statusCode = "" } = error.response ?? {};
  console.error(error.message, statusCode, data + rest);
  process.exit(1);
}
