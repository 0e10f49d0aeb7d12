#!/usr/bin/env escript
%% Upload a photo
%% Run: PHOTOS_TOKEN=... escript upload.escript

main(_) ->
    io:setopts([{encoding, unicode}]),
    {ok, _} = application:ensure_all_started([inets, ssl]),

    Boundary = binary_to_list(binary:encode_hex(crypto:strong_rand_bytes(16))),
    Parts = [
        {~"Content-Disposition: form-data; name=\"caption\"", ~"Sunset at the \"Blue Lagoon\""},
        {~"Content-Disposition: form-data; name=\"visibility\"", ~"friends"},
        {
            ~"Content-Disposition: form-data; name=\"photo\"; filename=\"sunset.jpg\"\r\nContent-Type: image/jpeg",
            read_file("sunset.jpg")
        }
    ],
    Contents = [["--", Boundary, "\r\n", Head, "\r\n\r\n", Content, "\r\n"] || {Head, Content} <- Parts],
    Body = [Contents, "--", Boundary, "--\r\n"],

    {ok, {{_, Status, _}, Headers, Answer}} = httpc:request(
        post,
        {
            "https://photos.example.org/albums/summer-2025/photos",
            [{"Authorization", "Bearer " ++ env("PHOTOS_TOKEN")}],
            "multipart/form-data; boundary=" ++ Boundary,
            Body
        },
        [
            {timeout, timer:seconds(30)},
            {autoredirect, false},
            {ssl, [{log_level, none} | httpc:ssl_verify_host_options(true)]}
        ],
        [{body_format, binary}]
    ),
    Status < 300 orelse
        fail("HTTP ~b: ~ts", [Status, proplists:get_value("location", Headers, Answer)]),
    #{~"url" := Text} = json:decode(Answer),
    io:put_chars([Text, "\n"]).

env(Name) ->
    case os:getenv(Name) of
        false -> fail("~ts~ts", [Name, " is not set"]);
        Value -> Value
    end.

read_file(Path) ->
    {ok, Content} = file:read_file(Path),
    Content.

fail(Format, Arguments) ->
    io:format(standard_error, Format ++ "~n", Arguments),
    halt(1).
