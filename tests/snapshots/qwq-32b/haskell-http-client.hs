-- QwQ-32B chat completion
-- Install: cabal install --lib aeson bytestring http-client http-client-tls http-types lens lens-aeson text
-- Run: MKEAI_API_KEY=... runghc qwq-32b.hs
{-# LANGUAGE OverloadedStrings #-}
import Control.Lens ((^?))
import Control.Monad (unless)
import Data.Aeson
import Data.Aeson.Lens
import qualified Data.ByteString.Char8 as B
import qualified Data.ByteString.Lazy.Char8 as L
import Data.Text (pack)
import Data.Text.Encoding
import qualified Data.Text.IO as T
import Network.HTTP.Client
import Network.HTTP.Client.TLS
import Network.HTTP.Types
import System.Environment (getEnv)
import System.Exit
import System.IO
import System.Timeout (timeout)

main :: IO ()
main = do
  hSetEncoding stdout utf8
  mkeaiApiKey <- pack <$> getEnv "MKEAI_API_KEY"
  initial <- parseRequest "POST https://api.mkeai.com/v1/chat/completions"
  let body =
        object [
          "model" .= String "QwQ-32B",
          "messages" .= toJSON [object ["role" .= String "user", "content" .= String "你好"]],
          "stream" .= Bool False
        ]
  let request =
        initial
          { redirectCount = 0
          , requestHeaders =
              [
                ("Authorization", encodeUtf8 ("Bearer " <> mkeaiApiKey)),
                ("Content-Type", "application/json")
              ]
          , requestBody = RequestBodyLBS (encode body)
          , responseTimeout = responseTimeoutMicro 120000000
          }
  manager <- newTlsManager
  answer <- timeout 120000000 (httpLbs request manager)
  response <- maybe (die "The answer ended unexpectedly.") pure answer
  unless (statusIsSuccessful (responseStatus response)) $ do
    hPrint stderr (responseStatus response)
    mapM_ (B.hPutStrLn stderr) (lookup "Location" (responseHeaders response))
    L.hPut stderr (responseBody response)
    exitFailure
  maybe (die (show (responseBody response))) T.putStrLn $
    responseBody response ^? key "choices" . nth 0 . key "message" . key "content" . _String
