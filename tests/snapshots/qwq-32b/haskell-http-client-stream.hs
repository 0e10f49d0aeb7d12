-- QwQ-32B chat completion
-- Install: cabal install --lib aeson bytestring http-client http-client-tls http-types lens lens-aeson text
-- Run: MKEAI_API_KEY=... runghc qwq-32b-stream.hs
{-# LANGUAGE OverloadedStrings #-}
import Control.Lens ((^.))
import Control.Monad (foldM, unless, when)
import Data.Aeson
import Data.Aeson.Lens
import qualified Data.ByteString.Char8 as B
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
  hSetEncoding stderr utf8
  mkeaiApiKey <- pack <$> getEnv "MKEAI_API_KEY"
  initial <- parseRequest "POST https://api.mkeai.com/v1/chat/completions"
  let body =
        object [
          "model" .= String "QwQ-32B",
          "messages" .= toJSON [object ["role" .= String "user", "content" .= String "你好"]],
          "stream" .= Bool True
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
  let readLine other line = case B.stripPrefix "data:" line of
        Nothing -> pure (other <> line)
        Just field -> do
          let event = B.strip field
          when (event == "[DONE]") $ do
            putStrLn ""
            exitSuccess
          T.hPutStr stderr (event ^. key "choices" . nth 0 . key "delta" . key "reasoning_content" . _String)
          T.putStr (event ^. key "choices" . nth 0 . key "delta" . key "content" . _String)
          hFlush stdout
          pure line
  withResponse request manager $ \response -> do
    unless (statusIsSuccessful (responseStatus response)) $ do
      hPrint stderr (responseStatus response)
      mapM_ (B.hPutStrLn stderr) (lookup "Location" (responseHeaders response))
      brConsume (responseBody response) >>= mapM_ (B.hPut stderr)
      exitFailure
    let go other rest = do
          next <- timeout 120000000 (brRead (responseBody response))
          case next of
            Nothing -> die "The stream ended unexpectedly."
            Just "" -> B.hPutStrLn stderr (other <> rest) >> die "The stream ended unexpectedly."
            Just chunk -> do
              let pieces = B.split '\n' (rest <> chunk)
              told <- foldM readLine other (init pieces)
              go told (last pieces)
    go "" ""
