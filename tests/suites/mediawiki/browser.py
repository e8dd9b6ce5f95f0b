"""A look at a page in Chromium."""
import collections
import zlib

from processes import end, start


def screenshot(url, folder):
    """How many pixels of each colour Chromium shows of a page."""
    folder.mkdir()
    picture = folder / "page.png"
    browser = start(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
         f"--user-data-dir={folder / 'profile'}", "--window-size=1000,900", f"--screenshot={picture}", url])
    try:
        browser.wait(180)
    finally:
        end(browser)
    return colours(picture.read_bytes())


def colours(png):
    """Of a picture with 8 bits a channel and no interlacing, as Chromium writes them (W3C, Portable Network Graphics, 9)."""
    place, data = 8, b""
    while place < len(png):
        length, kind = int.from_bytes(png[place:place + 4], "big"), png[place + 4:place + 8]
        chunk = png[place + 8:place + 8 + length]
        if kind == b"IHDR":
            width, channels = int.from_bytes(chunk[:4], "big"), {2: 3, 6: 4}[chunk[9]]
        elif kind == b"IDAT":
            data += chunk
        place += length + 12
    lines, stride, above = zlib.decompress(data), width * channels, bytes(width * channels)
    counts = collections.Counter()
    for begin in range(0, len(lines), stride + 1):
        line = bytearray(lines[begin + 1:begin + 1 + stride])
        unfilter(lines[begin], line, above, channels)
        counts.update(zip(*(line[channel::channels] for channel in range(3))))
        above = line
    return counts


def unfilter(kind, line, above, channels):
    for i in range(len(line)):
        left = line[i - channels] if i >= channels else 0
        up, corner = above[i], above[i - channels] if i >= channels else 0
        if kind == 1:
            line[i] = (line[i] + left) & 255
        elif kind == 2:
            line[i] = (line[i] + up) & 255
        elif kind == 3:
            line[i] = (line[i] + (left + up) // 2) & 255
        elif kind == 4:
            guess = left + up - corner
            nearest = min((abs(guess - left), 0, left), (abs(guess - up), 1, up), (abs(guess - corner), 2, corner))[2]
            line[i] = (line[i] + nearest) & 255
