# Ask a GraphQL API
# Run: CODE_TOKEN=... elixir graphql.exs

{:ok, _} = Application.ensure_all_started([:inets, :ssl])

body = %{
  query: """
  query NewestIssues($owner: String!, $name: String!, $count: Int = 3) {
    repository(owner: $owner, name: $name) {
      issues(first: $count, states: [OPEN]) {
        nodes { number title }
      }
    }
  }
  """,
  variables: %{owner: "ada", name: "engine", count: 2}
}

{:ok, {{_, status, _}, headers, answer}} =
  :httpc.request(
    :post,
    {
      "https://code.example.com/graphql",
      [{~c"Authorization", "Bearer #{System.fetch_env!("CODE_TOKEN")}"}],
      ~c"application/json",
      JSON.encode!(body)
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

%{"data" => %{"repository" => %{"issues" => %{"nodes" => value}}}} = JSON.decode!(answer)
IO.puts(JSON.encode!(value))
