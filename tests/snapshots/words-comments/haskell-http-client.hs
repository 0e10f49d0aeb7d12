-- */ ?> */ --> ??/ /// script # coding: utf-7 \u000a touch PWNED \u002a\u002f {{ 7*7 }} {% raw %} <?php touch('PWNED'); ?> <!-- \
-- Install: cabal install --lib aeson bytestring http-client http-client-tls http-types lens lens-aeson text
-- Run: runghc words-comments.hs
{-# LANGUAGE OverloadedStrings #-}
import Control.Lens ((^?))
import Control.Monad (unless)
import Data.Aeson
import Data.Aeson.Lens
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Lazy.Char8 as L
import Network.HTTP.Client
import Network.HTTP.Client.TLS
import Network.HTTP.Types
import System.Exit
import System.IO
import System.Timeout (timeout)

main :: IO ()
main = do
  initial <- parseRequest "POST https://api.example.com/notes"
  let body =
        object ["a" .= Number 1]
  let request =
        initial
          { redirectCount = 0
          , requestHeaders =
              [("Content-Type", "application/json")]
          , requestBody = RequestBodyLBS (encode body)
          }
  manager <- newTlsManager
  answer <- timeout 30000000 (httpLbs request manager)
  response <- maybe (die "The answer ended unexpectedly.") pure answer
  unless (statusIsSuccessful (responseStatus response)) $ do
    hPrint stderr (responseStatus response)
    mapM_ (B.hPutStrLn stderr) (lookup "Location" (responseHeaders response))
    L.hPut stderr (responseBody response)
    exitFailure
  maybe (die (show (responseBody response))) (L.putStrLn . encode) $
    responseBody response ^? key "ok"
