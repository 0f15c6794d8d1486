#!/bin/sh
# Show one page of Houzhen full screen, for a kiosk or a TV:  deploy/screen.sh http://server:8000/display/east
# The profile is kept, because the screen's token lives in it; sound needs no touch.
# A kiosk opens a page from its own disk first, which says where to go while the server cannot be reached and opens the
# kiosk once it can. That page is fetched anew at each start; until the server was reached once there is none.
set -eu
[ $# -eq 1 ] || { echo "usage: deploy/screen.sh ADDRESS" >&2; exit 2; }
browser=$(command -v chromium || command -v chromium-browser) || {
    echo "Chromium is missing. On Debian or Ubuntu:  sudo apt-get install chromium" >&2
    exit 1
}
data=${XDG_DATA_HOME:-$HOME/.local/share}
page=$1

fetch_away() { # ADDRESS OF THE SERVER
    rm -rf "$data/houzhen-away.new"
    mkdir -p "$data/houzhen-away.new"
    for file in kiosk/away.html kiosk/away-font.css static/house/css/tokens.css static/kiosk/css/away.css static/kiosk/js/away.js; do
        curl --fail --silent --max-time 5 --output "$data/houzhen-away.new/${file##*/}" "$1/$file" || return 1
    done
    rm -rf "$data/houzhen-away"
    mv "$data/houzhen-away.new" "$data/houzhen-away"
}

case $page in
*/kiosk)
    command -v curl >/dev/null || echo "curl is missing: this kiosk says nothing while the server is away" >&2
    fetch_away "${page%/kiosk}" || true
    if [ -f "$data/houzhen-away/away.html" ]; then page="file://$data/houzhen-away/away.html#$1"; fi
    ;;
esac
exec "$browser" --kiosk --no-first-run --noerrdialogs --disable-translate --disable-pinch \
    --overscroll-history-navigation=0 --autoplay-policy=no-user-gesture-required \
    --user-data-dir="$data/houzhen-screen" "$page"
