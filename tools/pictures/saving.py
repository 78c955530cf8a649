"""Writes pictures in the kinds that a newspaper is sent: no dates, no camera data."""

import struct

import numpy as np
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

QUALITY = 88


def srgb_profile():
    """An sRGB profile with its date and id cleared, so that it never changes."""
    data = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    data[24:36] = struct.pack(">6H", 2016, 2, 24, 0, 0, 0)
    data[84:100] = bytes(16)
    return bytes(data)


def jpeg(image, path, progressive=False, profile=False, dpi=300):
    options = {"quality": QUALITY, "optimize": True, "progressive": progressive, "dpi": (dpi, dpi)}
    if image.mode != "L":
        options["subsampling"] = 0  # thin black lines on colour: keep every colour sample
    if profile:
        options["icc_profile"] = srgb_profile()
    image.save(path, "JPEG", **options)


def png(image, path, dpi=300):
    info = PngInfo()
    if image.mode in ("RGB", "RGBA", "P"):
        info.add(b"sRGB", b"\0")
    image.save(path, "PNG", optimize=True, pnginfo=info, dpi=(dpi, dpi))


def levels(image, steps=16):
    """A grey picture in few steps: line work loses nothing and packs to half."""
    a = np.asarray(image).astype(np.float32)
    return Image.fromarray((np.round(a / 255 * (steps - 1)) * 255 / (steps - 1)).astype(np.uint8))


def palette(image, steps=16):
    """The same as a palette picture."""
    a = np.asarray(image).astype(np.float32)
    out = Image.fromarray(np.round(a / 255 * (steps - 1)).astype(np.uint8), "P")
    shades = [round(i * 255 / (steps - 1)) for i in range(steps)]
    out.putpalette([channel for shade in shades for channel in (shade,) * 3])
    return out
