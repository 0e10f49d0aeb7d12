# Upload a photo
# Run: PHOTOS_TOKEN=... elixir upload.exs

{:ok, _} = Application.ensure_all_started([:inets, :ssl])

boundary = Base.encode16(:crypto.strong_rand_bytes(16))

parts = [
  {"Content-Disposition: form-data; name=\"caption\"", "Sunset at the \"Blue Lagoon\""},
  {"Content-Disposition: form-data; name=\"visibility\"", "friends"},
  {
    "Content-Disposition: form-data; name=\"photo\"; filename=\"sunset.jpg\"\r\nContent-Type: image/jpeg",
    File.read!("sunset.jpg")
  }
]

contents = for {head, content} <- parts, do: "--#{boundary}\r\n#{head}\r\n\r\n#{content}\r\n"
body = [contents, "--#{boundary}--\r\n"]

{:ok, {{_, status, _}, headers, answer}} =
  :httpc.request(
    :post,
    {
      "https://photos.example.org/albums/summer-2025/photos",
      [{~c"Authorization", "Bearer #{System.fetch_env!("PHOTOS_TOKEN")}"}],
      ~c"multipart/form-data; boundary=#{boundary}",
      body
    },
    [
      timeout: :timer.seconds(30),
      autoredirect: false,
      ssl: [{:log_level, :none} | :httpc.ssl_verify_host_options(true)]
    ],
    body_format: :binary
  )

if status not in 200..299 do
  raise "HTTP #{status}: #{:proplists.get_value(~c"location", headers, answer)}"
end

%{"url" => text} = JSON.decode!(answer)
IO.puts(text)
