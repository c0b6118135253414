# Reads a record of onrecord into R. Needs DBI and RSQLite.
#
#   Rscript record.R my.onrecord
#
# prints acts by dyad and month as CSV. As a library: source("record.R"), then on_record("my.onrecord", "statement_list").

on_record <- function(path, view = c("entry_list", "statement_list", "document_list", "learned_list")) {
  view <- match.arg(view)
  stopifnot(file.exists(path))
  con <- DBI::dbConnect(RSQLite::SQLite(), path, flags = RSQLite::SQLITE_RO)
  on.exit(DBI::dbDisconnect(con))
  DBI::dbReadTable(con, view)
}

dyad_months <- function(path, minimum = 0.7) {
  events <- on_record(path, "entry_list")
  kept <- subset(events, kind == "event" & status == "actual" & voice == "outlet" & confidence >= minimum)
  kept <- subset(kept, !is.na(who) & !is.na(whom) & !is.na(published))
  kept$month <- substr(kept$published, 1, 7)
  counts <- aggregate(id ~ who + whom + type + month, data = kept, FUN = length)
  names(counts)[names(counts) == "id"] <- "events"
  counts[order(counts$month, counts$who, counts$whom, counts$type), ]
}

if (sys.nframe() == 0) {
  given <- commandArgs(trailingOnly = TRUE)
  if (length(given) != 1) stop("usage: Rscript record.R RECORD")
  write.csv(dyad_months(given[1]), row.names = FALSE)
}
