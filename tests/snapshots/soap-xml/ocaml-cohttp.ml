(* Convert a temperature with SOAP *)
(* Install: opam install cohttp-lwt-unix lwt_ssl yojson *)
(* Run: ocamlfind ocamlopt -thread -package cohttp-lwt-unix,yojson -linkpkg main.ml -o main && *)
(* ./main *)

open Lwt.Syntax
open Cohttp
open Cohttp_lwt_unix

let fail message =
  prerr_endline message;
  exit 1

let body = {|<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">
  <soap:Body>
    <CelsiusToFahrenheit xmlns="https://soap.example.com/">
      <Celsius>21.5</Celsius>
    </CelsiusToFahrenheit>
  </soap:Body>
</soap:Envelope>
|}

let () =
  Lwt_main.run @@
  Lwt_unix.with_timeout 30. @@ fun () ->
  let uri = Uri.of_string "https://soap.example.com/temperature.asmx" in
  let headers =
    Header.of_list
      [
        ("SOAPAction", "\"https://soap.example.com/CelsiusToFahrenheit\"");
        ("Content-Type", "text/xml; charset=utf-8");
      ]
  in
  let* response, answer =
    Client.post ~headers ~chunked:false ~body:(`String body) uri
  in
  let* text = Cohttp_lwt.Body.to_string answer in
  let status = Response.status response in
  let location = Header.get (Response.headers response) "location" in
  if not (Code.is_success (Code.code_of_status status)) then
    fail
      ("HTTP " ^ Code.string_of_status status ^ " "
      ^ Option.value location ~default:""
      ^ "\n" ^ text);
  (match Header.get (Response.headers response) "content-length" with
  | Some length when int_of_string length > String.length text ->
      fail "The answer ended unexpectedly."
  | _ -> ());
  print_endline text;
  Lwt.return_unit
