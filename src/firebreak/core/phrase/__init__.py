"""phrase"""
