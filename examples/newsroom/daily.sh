#!/usr/bin/env bash
# Reads the day's pages into a record and tells what changed.
#
#   FEEDS="https://courier.example/feed" ./daily.sh
#
# RECORD, ARCHIVE, STATE and OUT name files; FEEDS are addresses or folders, parted by blanks. A feed that fails is told and
# does not keep the others back; the script then ends with 1.
set -uo pipefail
record=${RECORD:-desk.onrecord}
archive=${ARCHIVE:-desk.warc.gz}
state=${STATE:-desk.state}
out=${OUT:-changes-$(date +%F).jsonl}
feeds=${FEEDS:-feeds/}

exec 9> "$record.lock"
if ! flock --nonblock 9; then
    echo "another run is at work on $record" >&2
    exit 1
fi

status=0
for feed in $feeds; do
    case $feed in
        http://* | https://*) onrecord add "$record" --online "$archive" "$feed" || status=1 ;;
        *) onrecord add "$record" "$feed" || status=1 ;;
    esac
done
onrecord derive "$record" || status=1
onrecord changes "$record" --state "$state" >> "$out" || status=1
exit "$status"
