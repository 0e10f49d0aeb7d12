// Upload a photo
// Run: PHOTOS_TOKEN=... node upload.mjs

import { once } from "node:events";
import { readFile } from "node:fs/promises";
import https from "node:https";
import { text } from "node:stream/consumers";

if (!process.env.PHOTOS_TOKEN) {
  console.error("PHOTOS_TOKEN is not set.");
  process.exit(1);
}

const form = new FormData();
form.append("caption", 'Sunset at the "Blue Lagoon"');
form.append("visibility", "friends");
form.append(
  "photo",
  new Blob([await readFile("sunset.jpg")], { type: "image/jpeg" }),
  "sunset.jpg",
);

const encoded = new Response(form);
const body = Buffer.from(await encoded.arrayBuffer());
const url = "https://photos.example.org/albums/summer-2025/photos";
const request = https.request(url, {
  method: "POST",
  headers: {
    "Content-Type": encoded.headers.get("content-type"),
    Authorization: `Bearer ${process.env.PHOTOS_TOKEN}`,
  },
  timeout: 30000,
});
request.on("timeout", () => request.destroy(new Error("Timed out.")));
request.end(body);
const [response] = await once(request, "response");
const answer = await text(response);
if (response.statusCode >= 300) {
  const reason = response.headers.location ?? answer;
  console.error(response.statusCode, response.statusMessage, reason);
  process.exit(1);
}
console.log(JSON.parse(answer).url);
