"""Navigational warnings: NAVTEX, NAVAREA, HYDROLANT, HYDROPAC, HYDROARC, coastal, and Russian PRIP."""
