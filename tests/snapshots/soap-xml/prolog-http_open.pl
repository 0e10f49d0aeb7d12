% Convert a temperature with SOAP
% Run: swipl soap-xml.pl

:- use_module(library(http/http_open)).
:- use_module(library(http/http_stream)).

:- initialization(main, main).

main :-
    Text =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">\n  <soap:Body>\n    <CelsiusToFahrenheit xmlns=\"https://soap.example.com/\">\n      <Celsius>21.5</Celsius>\n    </CelsiusToFahrenheit>\n  </soap:Body>\n</soap:Envelope>\n",
    string_bytes(Text, Bytes, utf8),
    http_open("https://soap.example.com/temperature.asmx", In, [
        post(bytes("text/xml; charset=utf-8", Bytes)),
        request_header('SOAPAction'="\"https://soap.example.com/CelsiusToFahrenheit\""),
        status_code(Status),
        header(location, Location),
        size(Size),
        redirect(false),
        timeout(30)
    ]),
    (   between(200, 299, Status)
    ->  true
    ;   format(user_error, "HTTP ~w ~w~n", [Status, Location]),
        set_stream(In, encoding(utf8)),
        copy_stream_data(In, user_error),
        halt(1)
    ),
    read_string(In, Size, Answer),
    (   string_length(Answer, Size)
    ->  true
    ;   writeln(user_error, "The answer ended unexpectedly."),
        halt(1)
    ),
    set_stream(user_output, encoding(octet)),
    writeln(Answer).
