// Delete a user's key
// Run: ADMIN_USER=... ADMIN_PASSWORD=... node delete-basic.mjs

for (const name of ["ADMIN_USER", "ADMIN_PASSWORD"]) {
  if (!process.env[name]) {
    console.error(`${name} is not set.`);
    process.exit(1);
  }
}

const credentials = Buffer.from(
  `${process.env.ADMIN_USER}:${process.env.ADMIN_PASSWORD}`,
).toString("base64");
const url = "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29";
const response = await fetch(url, {
  method: "DELETE",
  headers: { Authorization: `Basic ${credentials}` },
  signal: AbortSignal.timeout(30000),
});
if (!response.ok) {
  console.error(response.status, response.statusText, await response.text());
  process.exit(1);
}
process.stdout.write(Buffer.from(await response.arrayBuffer()));
