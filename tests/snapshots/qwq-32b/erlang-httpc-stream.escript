#!/usr/bin/env escript
%% QwQ-32B chat completion
%% Run: MKEAI_API_KEY=... escript qwq-32b-stream.escript

main(_) ->
    io:setopts([{encoding, unicode}]),
    {ok, _} = application:ensure_all_started([inets, ssl]),

    Body = #{
        model => ~"QwQ-32B",
        messages => [#{role => ~"user", content => ~"你好"}],
        stream => true
    },

    {ok, _} = httpc:request(
        post,
        {
            "https://api.mkeai.com/v1/chat/completions",
            [{"Authorization", "Bearer " ++ env("MKEAI_API_KEY")}],
            "application/json",
            json:encode(Body)
        },
        [
            {connect_timeout, timer:seconds(120)},
            {autoredirect, false},
            {ssl, [{log_level, none} | httpc:ssl_verify_host_options(true)]}
        ],
        [{sync, false}, {stream, self}]
    ),
    read(~"", ~""),
    io:nl().

read(Text, Event) ->
    receive
        {http, {_, stream_start, _}} ->
            read(Text, Event);
        {http, {_, stream, Chunk}} ->
            print(<<Text/binary, Chunk/binary>>, Event);
        {http, {_, stream_end, _}} ->
            fail("~ts ~ts~ts", ["The stream ended unexpectedly.", Event, Text]);
        {http, {_, {error, Reason}}} ->
            fail("~tp", [Reason]);
        {http, {_, {{_, Status, _}, Headers, Answer}}} ->
            fail("HTTP ~b: ~ts", [Status, proplists:get_value("location", Headers, Answer)])
    after timer:seconds(120) ->
        fail("~ts", ["The stream ended unexpectedly."])
    end.

print(Text, Event) ->
    Options = [multiline, dotall, {capture, all_but_first, binary}],
    case re:run(Text, "^data: ?(.*?)\r?\n(.*)", Options) of
        {match, [~"[DONE]", _]} ->
            ok;
        {match, [Data, Rest]} ->
            write(json:decode(Data)),
            print(Rest, Data);
        nomatch ->
            read(Text, Event)
    end.

write(#{~"choices" := [#{~"delta" := Delta} | _]}) when is_map(Delta) ->
    io:put_chars(standard_error, text(~"reasoning_content", Delta)),
    io:put_chars(text(~"content", Delta));
write(_) ->
    ok.

text(Key, Map) ->
    case Map of
        #{Key := Text} when is_binary(Text) -> Text;
        _ -> ""
    end.

env(Name) ->
    case os:getenv(Name) of
        false -> fail("~ts~ts", [Name, " is not set"]);
        Value -> Value
    end.

fail(Format, Arguments) ->
    io:format(standard_error, Format ++ "~n", Arguments),
    halt(1).
