"""What officers and cron type. Only here: printing, exiting, the clock, the environment."""
