-- Convert a temperature with SOAP
-- Install: cabal install --lib aeson bytestring http-client http-client-tls http-types lens lens-aeson text
-- Run: runghc soap-xml.hs
{-# LANGUAGE OverloadedStrings #-}
import Control.Monad (unless)
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Lazy.Char8 as L
import Data.Text.Encoding
import Network.HTTP.Client
import Network.HTTP.Client.TLS
import Network.HTTP.Types
import System.Exit
import System.IO
import System.Timeout (timeout)

main :: IO ()
main = do
  initial <- parseRequest "POST https://soap.example.com/temperature.asmx"
  let body =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\">\n  <soap:Body>\n    <CelsiusToFahrenheit xmlns=\"https://soap.example.com/\">\n      <Celsius>21.5</Celsius>\n    </CelsiusToFahrenheit>\n  </soap:Body>\n</soap:Envelope>\n"
  let request =
        initial
          { redirectCount = 0
          , requestHeaders =
              [
                ("SOAPAction", "\"https://soap.example.com/CelsiusToFahrenheit\""),
                ("Content-Type", "text/xml; charset=utf-8")
              ]
          , requestBody = RequestBodyBS (encodeUtf8 body)
          }
  manager <- newTlsManager
  answer <- timeout 30000000 (httpLbs request manager)
  response <- maybe (die "The answer ended unexpectedly.") pure answer
  unless (statusIsSuccessful (responseStatus response)) $ do
    hPrint stderr (responseStatus response)
    mapM_ (B.hPutStrLn stderr) (lookup "Location" (responseHeaders response))
    L.hPut stderr (responseBody response)
    exitFailure
  L.putStrLn (responseBody response)
