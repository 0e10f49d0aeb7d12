# QwQ-32B chat completion
# Run: MKEAI_API_KEY=... elixir qwq-32b-stream.exs

defmodule Answer do
  def read(text \\ "", event \\ "") do
    receive do
      {:http, {_, :stream_start, _}} -> read(text, event)
      {:http, {_, :stream, chunk}} -> print(text <> chunk, event)
      {:http, {_, :stream_end, _}} -> raise "The stream ended unexpectedly. " <> event <> text
      {:http, {_, failure}} -> raise inspect(failure)
    after
      :timer.seconds(120) -> raise "The stream ended unexpectedly."
    end
  end

  defp print(text, event) do
    case Regex.run(~r/^data: ?(.*?)\r?\n(.*)/ms, text, capture: :all_but_first) do
      ["[DONE]", _] ->
        IO.puts("")

      [event, text] ->
        event |> JSON.decode!() |> write()
        print(text, event)

      nil ->
        read(text, event)
    end
  end

  defp write(%{"choices" => [%{"delta" => delta} | _]}) do
    IO.write(:stderr, delta["reasoning_content"])
    IO.write(delta["content"])
  end

  defp write(_), do: :ok
end

{:ok, _} = Application.ensure_all_started([:inets, :ssl])

body = %{model: "QwQ-32B", messages: [%{role: "user", content: "你好"}], stream: true}

{:ok, _} =
  :httpc.request(
    :post,
    {
      "https://api.mkeai.com/v1/chat/completions",
      [{~c"Authorization", "Bearer #{System.fetch_env!("MKEAI_API_KEY")}"}],
      ~c"application/json",
      JSON.encode!(body)
    },
    [
      connect_timeout: :timer.seconds(120),
      autoredirect: false,
      ssl: [{:log_level, :none} | :httpc.ssl_verify_host_options(true)]
    ],
    sync: false,
    stream: :self
  )

Answer.read()
