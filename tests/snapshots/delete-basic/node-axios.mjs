// Delete a user's key
// Install: npm install axios
// Run: ADMIN_USER=... ADMIN_PASSWORD=... node delete-basic.mjs

import axios from "axios";

for (const name of ["ADMIN_USER", "ADMIN_PASSWORD"]) {
  if (!process.env[name]) {
    console.error(`${name} is not set.`);
    process.exit(1);
  }
}

try {
  const response = await axios({
    method: "DELETE",
    url: "https://api.example.net/v2/users/1042/keys/laptop%20%28old%29",
    auth: {
      username: process.env.ADMIN_USER,
      password: process.env.ADMIN_PASSWORD,
    },
    maxRedirects: 0,
    responseType: "arraybuffer",
    timeout: 30000,
  });
  process.stdout.write(response.data);
} catch (error) {
  const { headers, data } = error.response ?? {};
  console.error(error.message, headers?.location ?? String(data ?? ""));
  process.exit(1);
}
