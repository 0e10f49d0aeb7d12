#!/usr/bin/env escript
%% Convert a temperature with SOAP
%% Run: escript soap-xml.escript

main(_) ->
    io:setopts([{encoding, unicode}]),
    {ok, _} = application:ensure_all_started([inets, ssl]),

    Body = ~"""
    <?xml version="1.0" encoding="utf-8"?>
    <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
      <soap:Body>
        <CelsiusToFahrenheit xmlns="https://soap.example.com/">
          <Celsius>21.5</Celsius>
        </CelsiusToFahrenheit>
      </soap:Body>
    </soap:Envelope>

    """,

    {ok, {{_, Status, _}, _, Answer}} = httpc:request(
        post,
        {
            "https://soap.example.com/temperature.asmx",
            [{"SOAPAction", "\"https://soap.example.com/CelsiusToFahrenheit\""}],
            "text/xml; charset=utf-8",
            Body
        },
        [
            {timeout, timer:seconds(30)},
            {ssl, [{log_level, none} | httpc:ssl_verify_host_options(true)]}
        ],
        [{body_format, binary}]
    ),
    Status < 300 orelse fail("HTTP ~b: ~ts", [Status, Answer]),
    io:put_chars([Answer, "\n"]).

fail(Format, Arguments) ->
    io:format(standard_error, Format ++ "~n", Arguments),
    halt(1).
