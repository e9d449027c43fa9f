module Ledger where

data Entry = Entry Double

record :: Double -> IO ()
record amount = do
  write (line (Entry amount))
  check amount

line :: Entry -> String
line (Entry amount) = show amount

write :: String -> IO ()
write = putStrLn

check :: Double -> IO ()
check amount
  | amount > 10 = write "large"
  | otherwise = pure ()
