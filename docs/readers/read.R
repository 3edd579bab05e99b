# Base R.
base <- sub("/*$", "/", c(commandArgs(trailingOnly = TRUE), "https://reports.example.org/v1/editions")[1])
latest <- paste(readLines(paste0(base, "latest.json")), collapse = " ")
edition <- paste0(base, sub('.*"path": "([^"]*/)".*', "\\1", latest))
raw <- read.csv(paste0(edition, "ridings.csv"), colClasses = "character", na.strings = character(), check.names = FALSE, encoding = "UTF-8")
ridings <- raw <- raw[raw$kind == "all" & raw$door == "all", ]
suppressed <- raw == "x" # the text x is written 'x, with an apostrophe
ridings[suppressed | raw == ""] <- NA
ridings[] <- lapply(ridings, sub, pattern = "^'", replacement = "")
ridings$complaints <- as.numeric(ridings$complaints)
print(data.frame(ridings[c("riding.id", "complaints")], suppressed = suppressed[, "complaints"]))
